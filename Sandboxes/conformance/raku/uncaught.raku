die 'nobody catches this';
