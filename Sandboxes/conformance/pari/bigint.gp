print(50!);
