using System.Reflection;
using System.Reflection.Emit;

namespace Aggregator.Tests.Bench;

/// <summary>
/// Which types of ours a compiled type names, however its source writes them: in what it is made of, in what it takes and gives, and in what
/// its methods do (ECMA-335 §III). Constants are copied into their users and leave no trace.
/// </summary>
internal static class TypeUses
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Pairs of outermost types, both in namespaces of ours: who names, and what.</summary>
    public static IReadOnlySet<(Type User, Type Used)> In(Assembly assembly)
    {
        var uses = new HashSet<(Type, Type)>();
        foreach (var type in assembly.GetTypes())
            foreach (var used in OfType(type).SelectMany(Parts).Select(Outermost))
                if (Outermost(type) is var user && user != used && IsOurs(user) && IsOurs(used)) uses.Add((user, used));
        return uses;
    }

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("Aggregator", StringComparison.Ordinal) == true;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>A type, and what it is an array of, points to, or is filled with.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericParameter ? [] : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)] : [type];
    }

    private static IEnumerable<Type> OfType(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes, .. type.GetInterfaces(), .. OfAttributes(type),
        .. type.GetFields(Everything).Select(field => field.FieldType), .. type.GetProperties(Everything).SelectMany(OfAttributes),
        .. type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(OfMethod),
    ];

    private static IEnumerable<Type> OfAttributes(MemberInfo member) => member.GetCustomAttributesData().Select(attribute => attribute.AttributeType)
        .Concat(member.GetCustomAttributesData().SelectMany(attribute => attribute.ConstructorArguments).Select(argument => argument.Value).OfType<Type>());

    private static IEnumerable<Type> OfMethod(MethodBase method) =>
    [
        .. method is MethodInfo { ReturnType: { } result } ? [result] : Type.EmptyTypes, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. OfAttributes(method),
        .. method.GetMethodBody() is { } body ? body.LocalVariables.Select(local => local.LocalType).Concat(Members(method, body.GetILAsByteArray()!).SelectMany(OfMember)) : [],
    ];

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo method => [.. Owner(method), method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        _ => Owner(member),
    };

    private static IEnumerable<Type> Owner(MemberInfo member) => member.DeclaringType is { } owner ? [owner] : [];

    private static IEnumerable<MemberInfo> Members(MethodBase method, byte[] code)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var op = code[at] == 0xFE ? Codes[BitConverter.ToInt16([code[at + 1], 0xFE])] : Codes[code[at]];
            at += op.Size;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod) is { } member) yield return member;
            at += op.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : SizeOf(op.OperandType);
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
