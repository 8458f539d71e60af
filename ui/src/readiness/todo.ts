/** What is to be fixed, by who can fix it: one task for the same finding at several doors. */
import { byLevel } from "../doors/warnings";
import type { Level, ReadinessView, Who, WishView } from "$lib/wire";

export interface Task {
  level: Level;
  message: string;
  mend: string | null;
  doors: { door_id: string; name: string }[];
}

export interface Todo {
  who: Who;
  /** What blocks a door first. */
  tasks: Task[];
  /** The message that asks for all of it; `null` if the host can do it. */
  wish: WishView | null;
}

const ORDER: readonly Who[] = ["host", "installer", "seam", "dormakaba"];

/** Those who can unblock a door first. */
export function todosOf(view: ReadinessView): Todo[] {
  const todos = ORDER.map((who) => ({ who, tasks: tasksOf(view, who), wish: view.wishes.find((one) => one.who === who) ?? null }));
  const level = (todo: Todo) => todo.tasks[0]?.level ?? "pass";
  return byLevel(todos.map((todo) => ({ ...todo, level: level(todo) }))).filter((todo) => todo.tasks.length > 0);
}

function tasksOf(view: ReadinessView, who: Who): Task[] {
  const tasks = new Map<string, Task>();
  for (const door of view.doors)
    for (const { level, message, mend } of door.checks.filter((one) => one.level !== "pass" && one.who === who)) {
      const task = tasks.get(`${level} ${message}`) ?? { level, message, mend, doors: [] };
      task.doors.push(door);
      tasks.set(`${level} ${message}`, task);
    }
  return byLevel([...tasks.values()]);
}
