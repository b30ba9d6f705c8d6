# Presses a switch when that makes the number larger, the largest first.
input()
shown = 0
for switch in sorted(map(int, input().split()), reverse=True):
    shown = max(shown, shown ^ switch)
print(shown)
