entity memory is
end entity;

architecture behaviour of memory is
    type content is array (1 to 100000) of integer;
    type block_of;
    type blocks is access block_of;
    type block_of is record
        values : content;
        rest : blocks;
    end record;
begin
    process
        variable all_blocks, more : blocks;
    begin
        loop
            more := new block_of;
            more.rest := all_blocks;
            all_blocks := more;
        end loop;
    end process;
end architecture;
