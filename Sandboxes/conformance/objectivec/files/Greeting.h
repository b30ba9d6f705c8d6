#import <Foundation/Foundation.h>

@interface Greeting : NSObject
+ (void)greet: (const char *)name;
@end
