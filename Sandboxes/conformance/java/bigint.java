import java.math.BigInteger;

public class Main {
    public static void main(String[] arguments) {
        BigInteger product = BigInteger.ONE;
        for (int i = 1; i <= 50; i++) product = product.multiply(BigInteger.valueOf(i));
        System.out.println(product);
    }
}
