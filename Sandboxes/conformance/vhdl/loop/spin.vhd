entity spin is
end entity;

architecture behaviour of spin is
begin
    process
        variable counter : natural := 0;
    begin
        loop
            counter := (counter + 1) mod 1000;
        end loop;
    end process;
end architecture;
