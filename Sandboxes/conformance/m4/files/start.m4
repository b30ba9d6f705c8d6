include(`greeting.m4')dnl
greet(`World')
