count = 0;
while ischar(line = fgetl(stdin))
  count++;
  last = line;
end
printf("%d\n%s\n", count, last);
