-- Big integers are added exactly; a product of two would be reckoned in floating point.
create macro times(product, number) as
    list_reduce(list_transform(range(number), lambda place: product), lambda sum, next: sum + next);
with recursive factorial (number, product) as (
    select 1, 1::bignum
    union all
    select number + 1, times(product, number + 1) from factorial where number < 50
)
select product from factorial where number = 50;
