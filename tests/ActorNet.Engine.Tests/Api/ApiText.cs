using System.Reflection;

namespace ActorNet.Engine.Tests;

/// <summary>The visible members of types as one line each, in the form of the approved lists.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
    };

    public static IEnumerable<string> Lines(Type type)
    {
        yield return $"type {Declaration(type)}";
        if (typeof(Delegate).IsAssignableFrom(type)) yield break;
        foreach (var member in type.GetMembers(Declared).Select(Text).OfType<string>()) yield return $"{Declaration(type)}: {member}";
    }

    private static string? Text(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } made when IsVisible(made) => $"{Plain(made.DeclaringType!)}({Parameters(made)})",
        MethodInfo method when IsVisible(method) => Method(method),
        PropertyInfo property when IsVisible(property.GetMethod) && IsFirst(property.GetMethod!) => $"{Name(property.PropertyType)} {property.Name}",
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
            field.DeclaringType!.IsEnum ? $"{field.Name} = {field.GetRawConstantValue()}" : $"{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string? Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        if (method.Name is "op_Equality" or "op_Inequality" or "op_Division")
        {
            var symbol = method.Name switch { "op_Equality" => "==", "op_Inequality" => "!=", _ => "/" };
            return $"{Name(method.ReturnType)} operator {symbol}({Parameters(method)})";
        }
        if (method.Name == "op_Implicit") return $"implicit operator {Name(method.ReturnType)}({Parameters(method)})";
        // What overrides a listed member, or one that every object has, adds nothing.
        if (method.IsSpecialName || !IsFirst(method)) return null;
        return $"{Name(method.ReturnType)} {method.Name}{arguments}({Parameters(method)})";
    }

    private static bool IsFirst(MethodInfo method) => method.GetBaseDefinition() == method && method.DeclaringType != typeof(object);

    private static bool IsVisible(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Declaration(Type type) => type.IsNested ? $"{Declaration(type.DeclaringType!)}.{Name(type)}" : Name(type);

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        return type.IsGenericType ? $"{Plain(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }

    private static string Plain(Type type) => type.Name.Split('`')[0];
}
