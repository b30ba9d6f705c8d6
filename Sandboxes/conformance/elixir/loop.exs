defmodule Loop do
  def run(counter), do: run(counter + 1)
end

Loop.run(0)
