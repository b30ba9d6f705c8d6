select unnest(string_split(trim(content, chr(10)), chr(10))) from read_text('/dev/stdin');
select 'žluťoučký kůň, καλημέρα, 日本語, 🙂';
