# Keeps the set of all numbers that can be shown: fine for 16 lamps or 16 switches, not for 60 lamps and 30 switches.
input()
shown = {0}
for switch in map(int, input().split()):
    if switch not in shown:
        shown |= {number ^ switch for number in shown}
print(max(shown))
