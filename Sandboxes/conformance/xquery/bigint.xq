(: BaseX keeps xs:integer in 64 bits, and xs:decimal as long as it has to be. :)
fold-left(1 to 50, xs:decimal(1), function($product, $factor) { $product * $factor })
