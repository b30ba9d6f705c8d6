<?php
for ($i = 0; $i < 2; $i++) {
    echo fgets(STDIN);
}
echo "žluťoučký kůň, καλημέρα, 日本語, 🙂\n";
