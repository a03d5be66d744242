import torch
import torch.nn as nn
import torch.nn.functional as F


class Student(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(32, 10)

    def forward(self, x):
        return self.fc(x)


teacher = nn.Sequential(nn.Linear(32, 128), nn.ReLU(), nn.Linear(128, 10))
teacher.eval()
student = Student()
optimizer = torch.optim.Adam(student.parameters())
T, alpha = 4.0, 0.9


def kd_loss(scores, labels, teacher_scores):
    soft = F.kl_div(F.softmax(scores / T, dim=1), F.softmax(teacher_scores / T, dim=1), reduction='batchmean')  # expect: probabilities-as-log-probabilities
    hard = F.cross_entropy(scores, labels)  # expect: clean
    return alpha * T * T * soft + (1 - alpha) * hard


for i in range(5):
    x, y = torch.randn(16, 32), torch.randint(0, 10, (16,))
    with torch.no_grad():
        t = teacher(x)
    loss = kd_loss(student(x), y, t)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
