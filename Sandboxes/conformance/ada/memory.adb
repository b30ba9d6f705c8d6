procedure Memory is
   type Block;
   type Link is access Block;
   type Content is array (1 .. 2**20) of Character;
   type Block is record
      Inside : Content;
      Next   : Link;
   end record;

   Blocks : Link;
begin
   loop
      Blocks := new Block'(Inside => (others => 'x'), Next => Blocks);
   end loop;
end Memory;
