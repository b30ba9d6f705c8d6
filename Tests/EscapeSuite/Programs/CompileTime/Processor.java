// Brings a processor of annotations, which would run in the compiler.
import java.util.Set;
import javax.annotation.processing.*;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("*")
public class Main extends AbstractProcessor {
    static {
        System.err.println("loaded");
    }

    public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
        System.err.println("REACHED");
        return false;
    }

    public static void main(String[] arguments) {
        System.out.println("ran");
    }
}
