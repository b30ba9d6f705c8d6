let known = 1

echo known + unknown
