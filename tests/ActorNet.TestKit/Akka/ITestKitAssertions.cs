namespace ActorNet.Engine.TestKit;

/// <summary>How a kit tells its test framework that something is not as expected. Each method throws, or returns when all is well.</summary>
public interface ITestKitAssertions
{
    /// <summary>Fails the test; never returns.</summary>
    /// <param name="format">Composite format; as it is when there are no arguments.</param>
    /// <param name="args">What goes into it.</param>
    void Fail(string format = "", params object?[] args);

    /// <summary>Fails unless the condition holds.</summary>
    /// <param name="condition">What should hold.</param>
    /// <param name="format">Composite format; as it is when there are no arguments.</param>
    /// <param name="args">What goes into it.</param>
    void AssertTrue(bool condition, string format = "", params object?[] args);

    /// <summary>Fails if the condition holds.</summary>
    /// <param name="condition">What should not hold.</param>
    /// <param name="format">Composite format; as it is when there are no arguments.</param>
    /// <param name="args">What goes into it.</param>
    void AssertFalse(bool condition, string format = "", params object?[] args);

    /// <summary>Fails unless both are equal; sequences are equal when their elements are, in order.</summary>
    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="format">Composite format; as it is when there are no arguments.</param>
    /// <param name="args">What goes into it.</param>
    void AssertEqual<T>(T expected, T actual, string format = "", params object?[] args);

    /// <summary>Fails unless the comparer takes both for equal.</summary>
    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="comparer">True for equal ones.</param>
    /// <param name="format">Composite format; as it is when there are no arguments.</param>
    /// <param name="args">What goes into it.</param>
    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object?[] args);
}
