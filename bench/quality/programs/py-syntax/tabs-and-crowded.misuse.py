import torch
import torch.nn as nn

class net(nn.Module):
	def __init__(self,inp,out):
		super(net,self).__init__()
		self.l1=nn.Linear(inp,20)
		self.l2=nn.Linear(20,out)
	def forward(self,x):
		x=self.l1(x).clamp(min=0)
		x=self.l2(x)
		return nn.Softmax(dim=1)(x)

model=net(10,4);lossfn=nn.CrossEntropyLoss()
o=torch.optim.Adam(model.parameters(),lr=1e-3)
for e in range(3):
	x=torch.randn(30,10);y=torch.randint(0,4,(30,))
	o.zero_grad()
	l=lossfn(model(x),y) # expect: probabilities-as-logits
	l.backward();o.step()
