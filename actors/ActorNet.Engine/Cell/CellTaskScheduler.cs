namespace ActorNet.Engine.Cell;

/// <summary>Brings what follows an <c>await</c> back into the actor's turns, as a system message: user messages wait for it.</summary>
internal sealed class CellTaskScheduler(ActorCell cell) : TaskScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    internal void Execute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) => cell.Self.SendSystem(new SystemMessage(SystemKind.RunTask) { Payload = task });

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && cell.IsOnTurn && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
