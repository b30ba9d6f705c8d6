#import <Foundation/Foundation.h>
#include <iostream>
#include <string>

int main() {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    std::string line;
    for (int i = 0; i < 2; i++) {
        std::getline(std::cin, line);
        NSString *text = [NSString stringWithUTF8String: line.c_str()];
        std::cout << [text UTF8String] << '\n';
    }
    std::cout << [@"žluťoučký kůň, καλημέρα, 日本語, 🙂" UTF8String] << '\n';
    [pool release];
}
