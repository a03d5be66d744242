import unittest
import torch
import torch.nn as nn
import torch.nn.functional as F


class TestHead(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.head = nn.Linear(10, 4)
        self.x = torch.randn(6, 10)
        self.y = torch.randint(0, 4, (6,))

    def test_cross_entropy_is_nll_of_log_softmax(self):
        scores = self.head(self.x)
        a = F.cross_entropy(scores, self.y)  # expect: clean
        b = F.nll_loss(F.log_softmax(scores, dim=1), self.y)  # expect: clean
        self.assertAlmostEqual(a.item(), b.item(), places=5)

    def test_softmax_sums_to_one(self):
        p = F.softmax(self.head(self.x), dim=1)
        self.assertTrue(torch.allclose(p.sum(1), torch.ones(6)))


if __name__ == '__main__':
    unittest.main()
