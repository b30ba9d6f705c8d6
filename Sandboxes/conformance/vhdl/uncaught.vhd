entity uncaught is
end entity;

architecture behaviour of uncaught is
begin
    assert false report "nobody catches this" severity failure;
end architecture;
