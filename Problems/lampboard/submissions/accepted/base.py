# Every switch that cannot be made of the others leaves one lamp farthest to the left that only it decides.
def largest(switches):
    base = []
    for switch in switches:
        for other in base:
            switch = min(switch, switch ^ other)
        if switch:
            base.append(switch)
    shown = 0
    for switch in sorted(base, reverse=True):
        shown = max(shown, shown ^ switch)
    return shown


input()
print(largest(map(int, input().split())))
