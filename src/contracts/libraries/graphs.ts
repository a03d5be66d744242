import { writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const pkg = 'torch_geometric'
const nn = writer(pkg, 'torch_geometric, nn')

const single = ['GCNConv', 'SAGEConv', 'GraphConv', 'ChebConv', 'TAGConv', 'SGConv', 'RGCNConv', 'Linear', 'DenseGCNConv', 'DenseSAGEConv']
/** As many outputs as heads times channels, unless they are averaged. */
const multiple = ['GATConv', 'GATv2Conv', 'TransformerConv']

/** torch_geometric: a layer over a graph is linear in the features of a node and its neighbours; no model ends in an activation. */
export const geometric = overTorch({
  package: pkg,
  imports: [`pypi:${pkg}`],
  globals: [],
  shorthand: pkg,
  activations: {},
  lossNames: {},
  entries: [
    ...nn.layers(
      single.map((name) => `nn.${name}`),
      { gives: 'logits', units: 'out_channels' },
      ['in_channels', 'out_channels'],
    ),
    ...nn.layers(
      multiple.map((name) => `nn.${name}`),
      { gives: 'logits', units: null },
      ['in_channels', 'out_channels', 'heads', 'concat'],
    ),
    ...nn.layers(['nn.GINConv', 'nn.GINEConv'], { wraps: 'nn' }, ['nn', 'eps']),
    ...nn.layers(['nn.GCN', 'nn.GraphSAGE', 'nn.GAT', 'nn.GIN'], { gives: 'logits' }, [
      ...['in_channels', 'hidden_channels', 'num_layers', 'out_channels'],
    ]),
    ...nn.layers(['nn.BatchNorm', 'nn.LayerNorm', 'nn.GraphNorm', 'nn.PairNorm'], { gives: 'logits' }),
    ...nn.each(['nn.global_mean_pool', 'nn.global_max_pool'], 'part', ['batch', 'size']),
    ...nn.each(['nn.global_add_pool'], 'affine', ['batch', 'size']),
  ],
})
