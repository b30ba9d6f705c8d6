1 as $known

| $unknown
