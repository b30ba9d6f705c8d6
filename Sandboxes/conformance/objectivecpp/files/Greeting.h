#import <Foundation/Foundation.h>
#include <string>

@interface Greeting : NSObject
+ (void)greet: (const std::string &)name;
@end
