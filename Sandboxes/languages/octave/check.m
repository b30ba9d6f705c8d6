% Parses the files that it gets, and runs none of them.
names = argv();
for i = 1:numel(names)
  try
    __parse_file__(make_absolute_filename(names{i}));
  catch mistake
    fprintf(stderr, "%s\n", mistake.message);
    exit(1);
  end
end
