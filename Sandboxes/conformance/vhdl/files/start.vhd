entity start is
end entity;

architecture behaviour of start is
begin
    work.greeting.greet("World");
end architecture;
