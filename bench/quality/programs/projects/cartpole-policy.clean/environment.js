export class CartPole {
  constructor() {
    this.reset();
  }

  reset() {
    this.x = Math.random() - 0.5;
    this.xDot = 0;
    this.theta = 0.1 * (Math.random() - 0.5);
    this.thetaDot = 0;
  }

  state() {
    return [this.x, this.xDot, this.theta, this.thetaDot];
  }

  step(action) {
    const force = action > 0 ? 10 : -10;
    this.thetaDot += 0.02 * (9.8 * Math.sin(this.theta) - force * 0.1);
    this.theta += 0.02 * this.thetaDot;
    this.xDot += 0.02 * force;
    this.x += 0.02 * this.xDot;
    return Math.abs(this.x) > 2.4 || Math.abs(this.theta) > 0.2;
  }
}
