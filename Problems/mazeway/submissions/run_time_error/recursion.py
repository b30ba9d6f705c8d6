# Fills the maze by recursion, which Python allows to be 1,000 deep.
import sys

_, *rows = sys.stdin.read().splitlines()
width = len(rows[0]) + 1
maze = "#" * width + "#".join(rows) + "#" * (width + 1)
distance = {}


def fill(places, far):
    new = {place for place in places if maze[place] != "#" and place not in distance}
    distance.update(dict.fromkeys(new, far))
    if new:
        fill({place + step for place in new for step in (-width, width, -1, 1)}, far + 1)


fill({maze.index("E")}, 0)
place, way = maze.index("S"), ""
while place in distance and distance[place]:
    for letter, step in {"U": -width, "D": width, "L": -1, "R": 1}.items():
        if distance.get(place + step) == distance[place] - 1:
            way, place = way + letter, place + step
            break
print(way if place in distance else "NONE")
