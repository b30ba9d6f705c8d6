println((1G..50G).inject { product, n -> product * n })
