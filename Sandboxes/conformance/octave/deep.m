1;

function result = depth(n)
  if n == 0
    result = 0;
  else
    result = 1 + depth(n - 1);
  end
end

printf("%d\n", depth(100000));
