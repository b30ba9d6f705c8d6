set values 1 2 3
string sub --start=nowhere $values
or exit
