create table line (text);
.separator "\t"
.import /dev/stdin line
select text from line;
select 'žluťoučký kůň, καλημέρα, 日本語, 🙂';
