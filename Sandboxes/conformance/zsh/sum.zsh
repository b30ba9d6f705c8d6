values=(${(f)"$(<&0)"})
shift values
print $((${(j:+:)values}))
