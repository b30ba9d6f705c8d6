entity ends is
end entity;

architecture behaviour of ends is
begin
    process
    begin
        std.env.finish(3);
        wait;
    end process;
end architecture;
