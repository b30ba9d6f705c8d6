declare namespace runtime = "java.lang.Runtime";

runtime:halt(runtime:getRuntime(), xs:int(3))
