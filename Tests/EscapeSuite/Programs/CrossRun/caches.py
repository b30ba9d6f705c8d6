# Leaves files in every place where runtimes keep some for the next time, and looks whether the last run could.
import os

places = ["/tmp", "/dev/shm", os.path.expanduser("~/.cache"), "/box/__pycache__", "/var/tmp"]
found, made = [], 0
for place in places:
    path = os.path.join(place, "escape")
    if os.path.exists(path):
        found.append(path)
    try:
        os.makedirs(place, exist_ok=True)
        with open(path, "w") as file:
            file.write("left")
        made += 1
    except OSError:
        pass
print("found", found, "made", made)
