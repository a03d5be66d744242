from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
clf = LogisticRegression(max_iter=5000).fit(X_train, y_train)
scores = clf.predict_proba(X_test)
print('accuracy', accuracy_score(y_test, clf.predict(X_test)))
print('log loss', log_loss(y_test, scores))  # expect: clean
