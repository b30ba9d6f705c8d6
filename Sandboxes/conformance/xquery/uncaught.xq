error(xs:QName("nobody"), "nobody catches this")
