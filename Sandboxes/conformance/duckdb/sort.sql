select value from read_csv('/dev/stdin', header = false, skip = 1, columns = {value: 'bigint'}) order by value;
