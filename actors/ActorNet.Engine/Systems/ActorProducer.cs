using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace ActorNet.Engine;

/// <summary>Makes one actor object after the other from a constructor and its arguments.</summary>
internal sealed class ActorProducer
{
    private const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.CreateInstance;

    /// <summary>One for all actors of a class: bounded by the constructors that the program's actor classes have.</summary>
    private static readonly ConcurrentDictionary<ConstructorInfo, ConstructorInvoker> Invokers = new();

    private readonly ConstructorInvoker? _constructor;

    private ActorProducer(Type type, object?[] arguments, ConstructorInfo? constructor)
    {
        ActorType = type;
        Arguments = arguments;
        _constructor = constructor is null ? null : Invokers.GetOrAdd(constructor, ConstructorInvoker.Create);
    }

    internal Type ActorType { get; }

    internal object?[] Arguments { get; }

    internal static ActorProducer FromArguments(Type type, object?[]? arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(ActorBase).IsAssignableFrom(type) || type.IsAbstract)
            throw new ArgumentException($"{type} cannot be made as an actor. Give a class that derives from ActorBase and is not abstract.", nameof(type));
        object?[] copy = arguments is null ? [null] : [.. arguments];
        return new ActorProducer(type, copy, copy.Length == 0 ? type.GetConstructor(Constructors, []) : null);
    }

    internal static ActorProducer FromExpression(Expression body)
    {
        if (body is not NewExpression { Constructor: { } constructor } creation)
            throw new ArgumentException($"Props.Create takes an expression of the form () => new TheActor(arguments), not '{body}'.", nameof(body));
        if (constructor.DeclaringType!.IsAbstract || !typeof(ActorBase).IsAssignableFrom(constructor.DeclaringType))
            throw new ArgumentException($"{constructor.DeclaringType} cannot be made as an actor.", nameof(body));
        var arguments = new object?[creation.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Evaluate(creation.Arguments[i]);
        return new ActorProducer(constructor.DeclaringType, arguments, constructor);
    }

    internal ActorBase Produce()
    {
        if (_constructor is not null) return (ActorBase)_constructor.Invoke(Arguments.AsSpan());
        try
        {
            return (ActorBase)Activator.CreateInstance(ActorType, Constructors, binder: null, Arguments, culture: null)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    // The common forms without a compiler: a constant, and a local variable or field that a lambda captured.
    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression target } => field.GetValue(target.Value),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
