values=(${(f)"$(<&0)"})
shift values
print -l ${(-)values}
