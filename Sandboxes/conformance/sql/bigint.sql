with recursive factorial (number, product) as (
    select 1, '1'
    union all
    select number + 1, decimal_mul(product, number + 1) from factorial where number < 50
)
select product from factorial where number = 50;
