export function rollout(env, policy, maxSteps) {
  const states = [];
  const actions = [];
  env.reset();
  for (let i = 0; i < maxSteps; i++) {
    const state = env.state();
    const action = policy.sample(state);
    states.push(state);
    actions.push(action);
    if (env.step(action)) break;
  }
  return { states, actions, returns: discount(states.length) };
}

function discount(length, gamma = 0.99) {
  const returns = new Array(length);
  let value = 0;
  for (let i = length - 1; i >= 0; i--) {
    value = 1 + gamma * value;
    returns[i] = value;
  }
  return returns;
}
