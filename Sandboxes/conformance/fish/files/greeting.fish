function greet --argument name
    echo "Hello, $name!"
end
